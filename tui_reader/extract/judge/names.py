"""What the names say that authors give to boxes: some thirty meanings, told by parts of classes and ids."""

from __future__ import annotations

import re
from functools import lru_cache

_MEANINGS = {
    "comments": "comment|kommentar|coment|disqus|discuss|replies|respond",
    "sharing": "shar(?:e|ing)|social|facebook|twitter|whatsapp|addtoany|follow",
    "related": "relat|recommend|similar|more-?(?:from|stor|news|on|post)|read-?(?:more|next|also)"
    "|also-?(?:read|like)|up-?next|trending|popular|latest|most-",
    "teaser": "teaser|card|promo|tile|thumb|preview|snippet",
    "advert": "advert|sponsor|(?:^|[_-])ads?(?:[_-]|$)|banner|outbrain|taboola|affiliate"
    "|werbung|anzeige|publicid",
    "menu": "nav|menu|breadcrumb|skip-?link|tabs?(?:[_-]|$)|pagina|pager",
    "footer": "foot(?!note)|colophon|bottom",
    "header": "mast|topbar|site-?header|page-?header|logo",
    "side": "side|rail|aside|complement|secondary|column-?right",
    "author": "author|byline|bio|writer|contributor|profile|autor",
    "time": "date|time|publish|updated|timestamp",
    "meta": "meta|info|details",
    "topic": "tag(?:s|-|_|$)|categor|topic|keyword|label|kicker|eyebrow|rubric",
    "caption": "caption|credit|legend|attribution",
    "letter": "newsletter|subscri|sign-?up|mailchimp|opt-?in|email",
    "consent": "cookie|consent|gdpr|privacy|onetrust",
    "overlay": "popup|pop-up|modal|overlay|dialog|lightbox|tooltip|drawer|toast",
    "article": "article|story|post(?!er)|entry|artikel|articul|noticia",
    "text": "body|content|text|copy|rich|prose|markdown|paragraph|wysiwyg",
    "title": "title|headline|heading|titul",
    "intro": "summary|intro|lead|lede|standfirst|dek(?:[_-]|$)|excerpt|subtitle|sub-?head|abstract|chapo",
    "paywall": "paywall|premium|member|login|account|locked|regwall",
    "widget": "widget|module|plugin|embed|block",
    "list": "list|grid|feed|loop|archive|rows?(?:[_-]|$)|items?(?:[_-]|$)",
    "gallery": "gallery|slide|carousel|swiper|media|image|photo|figure|video|player",
    "quote": "quote|testimonial",
    "contents": "toc(?:[_-]|$)|table-?of|contents(?:[_-]|$)|jump|anchor",
    "notes": "foot-?note|endnote|reference|citation|source|bibliograph",
    "questions": "faq|accordion|question|answer|collaps|toggle",
    "shop": "product|price|shop|cart|store|buy|order|book(?:ing)?(?:[_-]|$)",
    "legal": "copyright|legal|disclaim|disclosure|terms|license|correction",
    "action": "button|btn|cta|call-?to|download|contact|form",
    "box": "box|panel|callout|notice|alert|highlight|factbox|infobox|key-?(?:point|takeaway)",
}
_PATTERN = re.compile("|".join(f"(?P<{name}>{parts})" for name, parts in _MEANINGS.items()))
_BITS = {name: 1 << place for place, name in enumerate(_MEANINGS)}

_LONGEST = 1_000
"""Characters of an element's names that are looked at."""

COUNT = len(_MEANINGS)
"""Number of meanings, each a bit of what `meanings` returns."""


def meanings(names: str) -> int:
    """Return what the class and id of an element say, one bit for each meaning."""
    found = 0
    for name in names[:_LONGEST].lower().split():
        found |= _meaning(name)
    return found


@lru_cache(maxsize=20_000)
def _meaning(name: str) -> int:
    """Return what one name says: most occur again and again, on a page and from page to page."""
    found = 0
    for match in _PATTERN.finditer(name):
        found |= _BITS[match.lastgroup or ""]
    return found
