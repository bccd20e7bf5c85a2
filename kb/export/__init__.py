"""How does an article travel: as a citation, a feed, a sitemap?"""
