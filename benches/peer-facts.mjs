// The facts in the form of a peer. Peers know instants only, so a month is its days and a doubt is lost.

/** A date's first day and, where it has one, the end of what it covers, as `YYYY-MM-DD` or with a time. */
function ends(when) {
  const [from, to = from] = when.replace(/[~?]/g, "").split("/");
  const isPoint = from === to && from.length >= 10;
  return isPoint || to === ".." ? { from: first(from) } : { from: first(from), to: last(to) };
}

function first(date) {
  return `${date}${{ 4: "-01-01", 7: "-01" }[date.length] ?? ""}`;
}

function last(date) {
  if (date.length >= 10) return date;
  const [year, month = 12] = date.split("-").map(Number);
  return new Date(Date.UTC(year, month, 0)).toISOString().slice(0, 10);
}

/** What happened; a peer has no place for what has no date. */
function dated(file) {
  return file.facts.filter(({ when, as_of }) => when ?? as_of).map((fact) => ({ fact, ...ends(fact.when ?? fact.as_of) }));
}

const nameOf = (list, id) => list.find((entry) => entry.id === id)?.name;

/** Items and groups for vis-timeline. */
export function itemsForVis(file) {
  const items = dated(file).map(({ fact, from, to }) => ({
    id: fact.id,
    content: fact.label,
    title: fact.text,
    group: fact.track,
    start: from,
    ...(to && { end: to }),
  }));
  return { items, groups: file.tracks.map(({ id, name }) => ({ id, content: name })) };
}

/** Title and events for TimelineJS3. */
export function slidesForTimelineJs(file) {
  const date = (text) => {
    const [year, month, day, hour, minute] = text.split(/[-T:]/).map(Number);
    return { year, month, day, ...(hour !== undefined && { hour, minute }) };
  };
  const events = dated(file).map(({ fact, from, to }) => ({
    unique_id: fact.id,
    start_date: date(from),
    ...(to && { end_date: date(to) }),
    text: { headline: fact.label, text: fact.text },
    group: nameOf(file.tracks, fact.track),
  }));
  return { title: { text: { headline: file.title, text: file.summary } }, events };
}
