"""Drafts → drafts with the way that one sentence tells: "the newspaper said, citing officials", "quoted by the agency".

Claims that stand inside other claims are joined later, when all are finished (`chains`).
"""

from collections.abc import Sequence

from dragoman.extract.attribution_told import Draft
from dragoman.extract.attribution_verbs import subject
from dragoman.model.annotated import Token
from dragoman.model.syntax import Tree
from dragoman.ontology import cues

_WAYS = ("advcl", "acl", "prep", "conj", "xcomp")
_PASSED_ON = ("say", "show")


def relayed(tree: Tree, drafts: Sequence[Draft]) -> list[Draft]:
    """The drafts in which those who are cited have become the source, and those who cite them the way."""
    by_cue = {d.cue[0]: d for d in drafts}
    kept = [d for d in drafts if not _gives_way(tree, d, by_cue) and not _only_quotes(tree, d, by_cue)]
    for draft in kept:
        _follow_quoter(tree, draft)
    return kept


def _gives_way(tree: Tree, draft: Draft, by_cue: dict[int, Draft]) -> bool:
    """Hand over the source of a draft "citing X" to the saying it belongs to; whether that was done."""
    token = tree.tokens[draft.cue[0]]
    if draft.via or token.lemma not in cues.sources().relays or token.tag != "VBG" or token.dep not in _WAYS:
        return False
    cited = [k.i for k in tree.kids(token.i, "dobj")]
    host = _host(tree, token.i, {cue: other for cue, other in by_cue.items() if other is not draft})
    if not cited or host is None or not host.content:
        return False
    if host.source is not None:
        host.via = ((host.source, host.cue[0]), *host.via)
    host.source, host.relative, host.cue = cited[0], None, (token.i,)
    host.content -= set(tree.subtree(token.i))
    return True


def _only_quotes(tree: Tree, draft: Draft, by_cue: dict[int, Draft]) -> bool:
    """Whether a draft only tells that somebody is quoted "as saying" what another draft holds, or is given."""
    if tree.tokens[draft.cue[0]].lemma not in cues.sources().relays:
        return False
    sayings = (k for p in tree.kids(draft.cue[0], "prep") if p.lemma == "as" for k in tree.kids(p.i, "pcomp"))
    saying = next((by_cue[k.i] for k in sayings if k.i in by_cue), None)
    if saying is None:
        return False
    if draft.quoted and not saying.content:
        saying.content, saying.head, saying.quoted = draft.content, draft.head, True
    return bool(saying.content)


def _host(tree: Tree, i: int, by_cue: dict[int, Draft]) -> Draft | None:
    """The saying that a participle "citing X" belongs to: a verb above it, or the one whose source it hangs on."""
    above = tree.tokens[tree.tokens[i].head]
    for host in by_cue.values():
        if host.source == above.i and host.manner in _PASSED_ON:
            return host
    return next((by_cue[a.i] for a in tree.ancestors(i) if a.i in by_cue and by_cue[a.i].manner in _PASSED_ON), None)


def _follow_quoter(tree: Tree, draft: Draft) -> None:
    """Where somebody was quoted by somebody else as saying, the first is the source, the other the way."""
    quoter = _quoter(tree, tree.tokens[draft.cue[0]])
    if quoter is None:
        return
    agents = [p.i for k in tree.kids(quoter.i, "agent") for p in tree.kids(k.i, "pobj")]
    quoted = [k.i for k in tree.kids(quoter.i, "nsubjpass", "dobj")]
    own = subject(tree, quoter)[0] if not agents and quoter.tag != "VBN" else None
    quoters = agents or ([] if own is None else [own])
    if quoted and quoted[0] not in draft.content:
        draft.source = quoted[0]
    if quoters and draft.source != quoters[0]:
        draft.via = ((quoters[0], quoter.i),)


def _quoter(tree: Tree, token: Token) -> Token | None:
    """The quoting verb that a saying hangs on ("was quoted as saying"), or the saying itself where it is one."""
    if token.lemma == "quote":
        return token
    relays = cues.sources().relays
    above = (a for a in tree.ancestors(token.i) if a.lemma in relays) if token.tag == "VBG" else iter(())
    return next((a for a in above if any(k.lemma == "as" for k in tree.kids(a.i, "prep", "mark"))), None)
