"""Makers of the sample documents that are not plain text: PDF, scan, DOCX and a bill with line numbers."""
