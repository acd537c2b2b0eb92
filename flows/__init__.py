"""The Prefect flows that run the pipeline, and the `steward` command line."""
