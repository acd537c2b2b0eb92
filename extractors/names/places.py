"""Places, peoples and parties: capitalised words that are no organizations and no people."""

from __future__ import annotations

from extractors.text.tokens import word_set

_US_STATES = (
    "Alabama Alaska Arizona Arkansas California Colorado Connecticut Delaware Florida Georgia Hawaii Hawai‘i Idaho"
    " Illinois Indiana Iowa Kansas Kentucky Louisiana Maine Maryland Massachusetts Michigan Minnesota Mississippi"
    " Missouri Montana Nebraska Nevada Hampshire Jersey Mexico York Carolina Dakota Ohio Oklahoma Oregon Pennsylvania"
    " Rhode Tennessee Texas Utah Vermont Virginia Washington Wisconsin Wyoming Guam Samoa Columbia"
    " Ontario Quebec Québec Alberta Manitoba Saskatchewan Nova Scotia Brunswick Newfoundland Labrador Nunavut Yukon"
    " Queensland Victoria Tasmania Wales Ulster Bavaria Catalonia Puerto Rico Hawai Appalachia Midwest"
)
_COUNTRIES = (
    "Afghanistan Albania Algeria America Argentina Armenia Australia Austria Bangladesh Belarus Belgium Bolivia Brazil"
    " Britain Bulgaria Cambodia Canada Chile China Colombia Croatia Cuba Cyprus Czechia Denmark Ecuador Egypt England"
    " Estonia Ethiopia Europe Finland France Germany Ghana Greece Guatemala Haiti Honduras Hungary Iceland India"
    " Indonesia Iran Iraq Ireland Israel Italy Jamaica Japan Jordan Kazakhstan Kenya Korea Kosovo Kuwait Latvia Lebanon"
    " Lithuania Luxembourg Malaysia Malta Morocco Myanmar Nepal Netherlands Nigeria Norway Pakistan Palestine Panama"
    " Paraguay Peru Philippines Poland Portugal Qatar Romania Russia Rwanda Scotland Senegal Serbia Singapore Slovakia"
    " Slovenia Somalia Spain Sudan Sweden Switzerland Syria Taiwan Tanzania Thailand Tunisia Turkey Uganda Ukraine"
    " Uruguay Venezuela Vietnam Wales Yemen Zambia Zimbabwe Africa Asia Zealand U.S US U.S.A USA UK U.K EU UAE"
)
_CITIES = (
    "Albany Amsterdam Athens Atlanta Austin Baltimore Bangalore Barcelona Beijing Berlin Birmingham Boston Brooklyn"
    " Brussels Buffalo Charlotte Chicago Cincinnati Cleveland Columbus Copenhagen Dallas Delhi Denver Detroit"
    " Dublin Edinburgh"
    " Frankfurt Geneva Glasgow Harrisburg Hollywood Houston Indianapolis Jacksonville Johannesburg Lagos Leeds Lisbon"
    " Liverpool London Louisville Madrid Manchester Manhattan Manila Melbourne Memphis Miami Milan"
    " Milwaukee Minneapolis"
    " Montreal Mumbai Munich Nairobi Nashville Oakland Omaha Orlando Oslo Ottawa Paris Philadelphia Phoenix Pittsburgh"
    " Portland Prague Rome Sacramento Salem Seattle Seoul Shanghai Shenzhen Stockholm Sydney Tampa Tokyo Toronto Tucson"
    " Tulsa Vancouver Vienna Warsaw Westminster Zurich"
    " Belgrade Budapest Bucharest Davos Helsinki Auckland Brisbane Perth Adelaide Canberra Hobart Calgary Edmonton"
    " Winnipeg Halifax Saskatoon Cardiff Belfast Bristol Sheffield Nottingham Leicester Coventry Swansea Aberdeen"
    " Southampton Galway Asheville Anchorage Juneau Honolulu Boise Spokane Tacoma Fresno Bakersfield Reno Albuquerque"
    " Toledo Youngstown Lansing Duluth Syracuse Hartford Worcester Raleigh Greensboro Huntsville Tallahassee Knoxville"
    " Chattanooga Wichita Topeka Cairo Istanbul Ankara Kyiv Moscow Jerusalem Dhaka Karachi Hyderabad Chennai Jakarta"
    " Bangkok Hanoi Osaka Taipei Bogotá Bogota Caracas Havana Accra Kampala Kigali Harare Nyon Brussels Strasbourg"
)
_PEOPLES = (
    "American Americans African Asian European Latino Latina Hispanic Black White Indigenous Native Arab Jewish Muslim"
    " Christian Catholic British English Scottish Welsh Irish French German Italian Spanish Portuguese Dutch Belgian"
    " Swiss Austrian Swedish Norwegian Danish Finnish Polish Czech Hungarian Romanian Greek Turkish Russian Ukrainian"
    " Israeli Palestinian Egyptian Nigerian Kenyan Ghanaian Ethiopian Indian Pakistani Bangladeshi Chinese Japanese"
    " Korean Vietnamese Filipino Thai Indonesian Malaysian Australian Canadian Mexican Brazilian Argentine Argentinian"
    " Chilean Colombian Peruvian Cuban Californian Californians Texan Oregonian Oregonians Londoners Britons Virginians"
    " Welshmen Iranian Iraqi Syrian Saudi Caribbean Georgians Floridians Ohioans Europeans Taiwanese"
)
_PARTIES = (
    "Democrat Democrats Democratic Republican Republicans GOP Tory Tories Conservative Conservatives Labour Liberal"
    " Liberals Greens Libertarian Progressive Progressives Socialist Socialists Communist Trump Biden Obama Harris"
    " Administration Admin"
)
PLACES = word_set(f"{_US_STATES} {_COUNTRIES} {_CITIES}")
PEOPLES = word_set(_PEOPLES)
PARTIES = word_set(_PARTIES)
_GROUPS = PEOPLES | PARTIES | PLACES | {"Party"}
_DIRECTIONS = word_set(
    "North South East West Northern Southern Eastern Western Central New San Los Santa Saint St Fort El Las La Great"
    " Upper Lower Bay Area County City Valley Island Islands Coast Angeles Francisco Diego Jose Antonio"
    " Vegas Paul Louis"
    " D.C Beach Springs Heights Hills Park Street Avenue Road Square Hill Capitol Silicon Wall United States Kingdom of"
    " the and District Union Latin Middle State Province Region Strip Downtown Metro Greater Desert Mountain"
    " River Shore"
)


def is_place(words: list[str]) -> bool:
    """Whether a phrase of these words names a place: a known one, alone or with a direction or kind of place."""
    return (any(w in PLACES for w in words) and all(w in PLACES or w in _DIRECTIONS for w in words)) or (
        len(words) > 1 and all(w in _DIRECTIONS for w in words)
    )


def is_group(words: list[str]) -> bool:
    """Whether these words name a people or a political party rather than an organization or a person."""
    return bool(words) and all(w in _GROUPS or (w[-1] == "s" and w[:-1] in PEOPLES) for w in words)
