"""Words of roles and titles."""

from __future__ import annotations

from extractors.tokens import word_set

# Words that end a role: who bears one of these holds a post.
ROLE_HEADS = word_set(
    "president chair chairman chairwoman chairperson co-chair director secretary treasurer secretary-treasurer"
    " officer ceo cto cfo coo cio chief head leader manager coordinator organizer organiser analyst researcher"
    " professor fellow scholar economist scientist engineer lawyer attorney counsel advisor adviser consultant"
    " spokesperson spokesman spokeswoman representative rep senator congressman congresswoman assemblymember"
    " assemblyman assemblywoman minister commissioner governor mayor member founder co-founder cofounder partner"
    " dean provost chancellor vice-president president-elect editor reporter journalist writer author correspondent"
    " columnist executive administrator specialist associate assistant lecturer strategist steward delegate"
    " negotiator whip speaker judge justice sheriff superintendent principal teacher nurse driver worker employee"
    " ambassador envoy councillor councilmember councilman councilwoman supervisor trustee contact developer designer"
    " artist actor animator operator technician programmer campaigner lead owner vp svp evp pollster convener convenor"
    " inspector comptroller controller auditor ombudsman negotiators candidate activist advocate"
)
# Titles as written before a name.
TITLE_WORDS = word_set(
    "President Vice-President Chair Chairman Chairwoman Chairperson Director Secretary-Treasurer Treasurer Officer CEO"
    " CTO CFO COO Chief Leader Manager Coordinator Organizer Analyst Professor Senator Senators Sen Sens Rep Reps"
    " Congressman Congresswoman Congressmember Representative Minister Commissioner Governor Gov Mayor Member Members"
    " Dr Mr Mrs Ms Prof Rev Reverend Hon Sir Dame Lord Lady Spokesperson Chancellor Dean Provost Vice Ranking Speaker"
    " Assemblymember Assemblyman Assemblywoman Councilmember Judge Justice Sheriff Attorney Fellow Economist Executive"
    " Founder Co-Founder Adviser Advisor Counsel Head Secretary Deputy Assistant Associate Emeritus Emerita Prime"
    " Author Editor Reporter"
)
