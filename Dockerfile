# Steward with OCR, as a user without rights. docs/nightly.md tells how to run it every night.
FROM python:3.12-slim

RUN apt-get update \
 && apt-get install --yes --no-install-recommends tesseract-ocr make git \
 && rm -rf /var/lib/apt/lists/* \
 && useradd --create-home --uid 10001 steward \
 && install --directory --owner steward --group steward /srv/steward /data

USER steward
WORKDIR /srv/steward

COPY --chown=steward requirements.lock pyproject.toml README.md LICENSE Makefile ./
RUN python -m venv .venv && .venv/bin/python -m pip install --no-cache-dir --require-hashes --no-deps --requirement requirements.lock

COPY --chown=steward . .
RUN .venv/bin/python -m pip install --no-cache-dir --no-deps --no-build-isolation --editable .

ENV PATH=/srv/steward/.venv/bin:$PATH STEWARD_DATA=/data PREFECT_HOME=/data/.prefect
VOLUME /data
ENTRYPOINT ["steward"]
CMD ["refresh", "--quiet"]
