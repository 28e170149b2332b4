"""What publishing systems call the meta elements that describe an article, the most trusted names first."""

from __future__ import annotations

TITLES = (
    "og:title",
    "twitter:title",
    "dc.title",
    "dcterms.title",
    "citation_title",
    "parsely-title",
    "sailthru.title",
)
PUBLISHED = (
    "article:published_time",
    "article:published",
    "og:published_time",
    "og:article:published_time",
    "datepublished",
    "parsely-pub-date",
    "sailthru.date",
    "cxenseparse:recs:publishtime",
    "cxenseparse:publishtime",
    "citation_publication_date",
    "citation_online_date",
    "publish-date",
    "publish_date",
    "published_date",
    "publishdate",
    "pubdate",
    "pub_date",
    "date.issued",
    "dc.date.issued",
    "dcterms.issued",
    "dcterms.date",
    "dcterms.created",
    "dc.date.created",
    "dc.date",
    "article.published",
    "displaydate",
    "originalpublicationdate",
    "release_date",
    "rnews:datepublished",
    "creation_date",
    "date",
)
MODIFIED = (
    "article:modified_time",
    "article:modified",
    "og:updated_time",
    "datemodified",
    "dcterms.modified",
    "dc.date.modified",
    "lastmod",
    "last-modified",
    "revised",
    "article.updated",
)
AUTHORS = (
    "author",
    "parsely-author",
    "sailthru.author",
    "cxenseparse:author",
    "byl",
    "article:author",
    "article.author",
    "og:article:author",
    "article:author_name",
    "dc.contributor",
)
CATALOGUED_AUTHORS = ("dc.creator", "dcterms.creator", "citation_author")
"""These may give the last name first."""
WRITER_LABELS = (
    "written by",
    "author",
    "geschrieben von",
    "écrit par",
    "escrito por",
    "scritto da",
    "geschreven door",
)
SITES = ("og:site_name", "application-name", "citation_journal_title")
SUMMARIES = ("description", "og:description", "twitter:description", "dc.description")
LANGUAGES = ("content-language", "language", "dc.language", "og:locale")
IMAGES = (
    "og:image:secure_url",
    "og:image",
    "og:image:url",
    "twitter:image",
    "twitter:image:src",
    "parsely-image-url",
)
SECTIONS = ("article:section", "parsely-section", "cxenseparse:section", "dc.subject", "section")
TAGS = ("article:tag",)
KEYWORDS = ("news_keywords", "parsely-tags", "sailthru.tags", "keywords")
