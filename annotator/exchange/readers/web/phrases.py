"""The words by which a site's own lines are known, in the languages that our readers read.

Each pattern is for a short line as a whole: a sentence that merely speaks of a newsletter is none.
"""

import re

_WAYS_ON = (
    r"(?:read|see|watch|learn|find out|hear|listen|click|tap)\s*(?:more|also|next|here|:).{0,160}",
    r"(?:read|see|watch) (?:the )?(?:full|whole|rest|original) .{0,60}",
    r"(?:also|now|further) (?:read|on|watch|reading)\b.{0,120}",
    r"(?:related|recommended|trending|sponsored|promoted|popular)"
    r"(?:\s*(?:stor|article|content|link|coverage|post|news|now|topic|video|reading|item|:)"
    r".{0,120})?",
    r"more (?:stories|news|coverage|must-reads|from|on|like this|in)\b.{0,60}",
    r"(?:most (?:read|popular|viewed)|you (?:may|might) (?:also )?(?:like|be interested)"
    r"|editors?['’]?s? picks?|up next|next up|in case you missed it|top stories"
    r"|latest (?:news|stories)|don['’]t miss"
    r"|what to read next)\b.{0,80}",
    r"advert(?:isement|ising|orial)?|publicidad|anzeige|werbung|publicité"
    r"|reklama?|реклама|annons",
    r"(?:mehr zum thema|lesen sie auch|lesen sie hier|das könnte sie auch|auch interessant"
    r"|weiterlesen|mehr dazu|[àa] lire aussi|lire aussi|sur le même sujet|lee también|lea también"
    r"|te puede interesar|más información|leggi anche|leia também|lees ook|zobacz także"
    r"|czytaj (?:też|także)|читайте также|по теме|läs också|läs mer|les også)\b.{0,160}",
    r"(?:add to cart|buy now|shop now|view price|see price|check price|order now)\b.{0,120}",
    r"(?:story|article) continues below.{0,60}|continue reading.{0,60}|scroll (?:down|for)\b.{0,60}"
    r"|view (?:photos|gallery|slideshow).{0,40}|view this post on instagram"
    r"|a post shared by .{0,100}|(?:back )?to (?:the )?top|hide caption|toggle caption"
    r"|enlarge this image|video ad feedback|loading|close|menu|skip|replay"
    r"|skip to .{0,40}|now playing",
)
_RIGHTS = (
    r"(?:copyright\s*)?(?:©|\(c\)|copyright(?=\s*\d{4}))\s.{0,200}",
    r".{0,120}\ball rights reserved\b(?:\s*[^\w\s].{0,200})?",
    r"this (?:material|article|content) may not be (?:published|reproduced).{0,200}",
)
_CALLS = (
    r"(?:share|tweet|e-?mail|print|save|pin it|whatsapp|facebook|twitter|linkedin|reddit|copy link"
    r"|link copied!?|listen|comments?|\d+ comments?|leave a comment|(?:view|show) comments|reply"
    r"|flipboard|pinterest|telegram|pocket|messenger"
    r"|teilen|drucken|merken|kommentare?|partager|imprimer|compartir|imprimir|condividi|поделиться)"
    r"(?:\s+(?:this|article|story|on|via|with|by|now|artikel)\b.{0,50})?[\s:.!|]*",
    r"share (?:this|on|via) .{0,80}",
    r"(?:follow|like|find|join) (?:us|me|him|her|them|@\w+|[\w’'.-]+(?: [\w’'.-]+){0,4}) on"
    r" (?:twitter|facebook|instagram|linkedin|youtube|x|threads|tiktok|telegram|whatsapp"
    r"|google news)\b.{0,120}",
    r"follow @\w+.{0,80}",
    r"(?:you can )?(?:reach|contact|e-?mail|write to|send tips to) .{0,80}@.{3,80}",
    r"(?:sign up|subscribe|register)(?: (?:here|now|today|for|to|free|with|at)\b.{0,200}|[!.]?)",
    r"(?:get|receive) .{3,100} (?:newsletter|in your inbox|to your inbox|by e-?mail)\b.{0,80}"
    r"|download (?:our|the) .{0,40}\bapp\b.{0,60}|by signing up\b(?=.*\b(?:you|i|my|our)\b).{0,200}"
    r"|i'?d like to receive .{0,150}"
    r"|(?:please )?(?:enter|check) (?:a valid|your) e-?mail.{0,80}"
    r"|.{0,80}\bnewsletter\b.{0,60}\b(?:sign up|subscribe)\b.{0,80}",
)
_NAMES = (
    r"copyright\s.{0,200}",
    r"(?:photos?|images?|pictures?|foto|credits?|(?:photo|image) credits?|source|quelle|video"
    r"|photograph|illustration|photo illustration)\s*(?:by\b|:|©|/).{0,120}",
    r"(?:getty images|shutterstock|reuters|afp|ap|ap photo|istock|associated press|dpa|epa)"
    r"(?:\s*[/,|].{0,40}| photo.{0,30}| pictures?.{0,30})?",
    r".{0,100}(?:/| via )(?:getty images|getty|shutterstock|reuters|afp|ap|istock|dpa|epa)"
    r"(?:[ /].{0,30})?",
    r"(?:by|von|por|par|di)\s+[^.!?]{2,60}",
    r"(?:published|updated|last updated|posted|first published|modified)\b(?=.*\d).{0,60}",
    r"\d+ min(?:ute)?s?(?: read| ago)?|\d+ (?:hours?|days?) ago",
    r"(?:tags|topics|filed under|filed in|keywords|categories|more on|schlagworte)\s*:.{0,200}",
    r"pic\.twitter\.com/\w+|correspondent|end|ends",
)


def _any_of(*groups: tuple[str, ...]) -> re.Pattern[str]:
    patterns = "|".join(pattern for group in groups for pattern in group)
    return re.compile(f"(?:{patterns})[\\s.…:]*", re.IGNORECASE | re.DOTALL)


RIGHTS = _any_of(_RIGHTS)
"""A line that says what nobody may do."""
CALL = _any_of(_CALLS)
"""A line that asks for something; or a sentence of the article that begins so, if it tells."""
TELLS = re.compile(
    r"\b(?:was|were|had|did|said|says|told|asked|replied|wrote|thought)\b", re.IGNORECASE
)
"""The words that a sentence of an article has and a call to its readers has not."""
LINE = _any_of(_WAYS_ON, _NAMES)
"""A line that leads on to something else or names who made what; or a sentence that begins so."""
HEADING = _any_of(_WAYS_ON, _RIGHTS, _CALLS)
"""A heading may well be "By the numbers"."""

COMMENTS = re.compile(
    r"\W*(?:\d+\W+)?(?:view|show|readers?|readers['’]|visitors?|users?|all|post|leave|add"
    r"|join the|write)?\W*(?:a )?"
    r"(?:comments?|conversation|discussion|replies|reply|responses?|comentarios|comentários"
    r"|commentaires|commenti|kommentare?|komentarze|kommentarer|reacties|комментарии|коментарі|yorumlar|تعليقات"
    r"|评论|評論|コメント|댓글)\W*(?:\(?\d+\)?)?\W*.{0,40}",
    re.IGNORECASE,
)
"""The heading above what readers wrote."""
