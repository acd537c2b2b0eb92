"""Facts into Parquet and DuckDB: schema, store, resolution, build, checks, snapshots."""
