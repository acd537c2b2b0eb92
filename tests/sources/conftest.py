from tests.sources.web import web

__all__ = ["web"]
