"""The words everyone in Steward speaks: sources, captures, documents, spans, facts, issues, ids and codes.

Nothing here imports another part of the house. `records.model` and `records.facts` are at the same time the one
declaration of the dataset: `warehouse.schema` derives the Parquet schema, the DuckDB tables, their comments and the
data dictionary from these classes.
"""
