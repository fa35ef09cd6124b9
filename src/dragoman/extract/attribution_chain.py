"""Drafts → drafts with the way a claim took: "the newspaper said, citing officials", "quoted by the agency"."""

from collections.abc import Sequence

from dragoman.extract.attribution_told import Draft
from dragoman.model.syntax import Tree
from dragoman.ontology import cues

_WAYS = ("advcl", "acl", "prep", "conj", "xcomp")


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
    if token.lemma not in cues.sources().relays or token.tag != "VBG" or token.dep not in _WAYS:
        return False
    cited = [k.i for k in tree.kids(token.i, "dobj")]
    host = _host(tree, token.i, {cue: other for cue, other in by_cue.items() if other is not draft})
    if not cited or host is None or not host.content:
        return False
    if host.source is not None:
        host.via = (host.source, *host.via)
    host.source, host.relative = cited[0], None
    host.content -= set(tree.subtree(token.i))
    return True


def _only_quotes(tree: Tree, draft: Draft, by_cue: dict[int, Draft]) -> bool:
    """Whether a draft only tells that somebody is quoted "as saying" what another draft holds."""
    if tree.tokens[draft.cue[0]].lemma != "quote" or draft.quoted:
        return False
    sayings = (k for p in tree.kids(draft.cue[0], "prep") if p.lemma == "as" for k in tree.kids(p.i, "pcomp"))
    return any(k.i in by_cue and by_cue[k.i].content for k in sayings)


def _host(tree: Tree, i: int, by_cue: dict[int, Draft]) -> Draft | None:
    """The saying that a participle "citing X" belongs to: a verb above it, or the one whose source it hangs on."""
    above = tree.tokens[tree.tokens[i].head]
    for host in by_cue.values():
        if host.source == above.i and host.manner in ("say", "show"):
            return host
    return next(
        (by_cue[a.i] for a in tree.ancestors(i) if a.i in by_cue and by_cue[a.i].manner in ("say", "show")), None
    )


def _follow_quoter(tree: Tree, draft: Draft) -> None:
    """Where somebody was quoted by somebody else as saying, the first is the source, the other the way."""
    token = tree.tokens[draft.cue[0]]
    quoter = (
        token
        if token.lemma == "quote"
        else next((a for a in tree.ancestors(token.i) if a.lemma == "quote" and token.tag == "VBG"), None)
    )
    if quoter is None:
        return
    agents = [p.i for k in tree.kids(quoter.i, "agent") for p in tree.kids(k.i, "pobj")]
    quoted = [k.i for k in tree.kids(quoter.i, "nsubjpass", "dobj")]
    quoters = agents or [k.i for k in tree.kids(quoter.i, "nsubj")]
    if quoted and quoted[0] not in draft.content:
        draft.source = quoted[0]
    if quoters and draft.source != quoters[0]:
        draft.via = (quoters[0],)
