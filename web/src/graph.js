// What hangs on what: the rules of the inventory format, as `estate impact` has them.

/**
 * A choice: `owner` is served as long as `least` of the members are available.
 * @typedef {{owner: number, least: number, members: number[]}} Group
 * @typedef {{from: number, to: number, relation: number, soft: boolean, group: number, least: number}} Edge
 * @typedef {{stage: number, because: number[]}} Stop
 */

/**
 * @template T
 * @param {Map<number, T[]>} map
 * @param {number} key
 * @param {T} value
 */
function put(map, key, value) {
  const there = map.get(key);
  if (there) there.push(value);
  else map.set(key, [value]);
}

export class Graph {
  /**
   * @param {string[]} ids of all records
   * @param {number[][]} wires source, target, relation, soft; of a group its number and how many
   * @param {[string, string, number, string][]} relations words, words, whether a need, name
   */
  constructor(ids, wires, relations) {
    this.ids = ids;
    /** @type {Edge[]} */
    this.edges = wires.map(([from, to, relation, soft, group = 0, least = 1]) => ({
      from, to, relation, soft: soft === 1, group, least,
    }));
    /** @type {Map<number, Edge[]>} */
    this.leaving = new Map();
    /** @type {Map<number, Edge[]>} */
    this.entering = new Map();
    for (const edge of this.edges) {
      put(this.leaving, edge.from, edge);
      put(this.entering, edge.to, edge);
    }
    this.needed = relations.map((each) => each[2] === 1);
    this.failsOver = relations.findIndex((each) => each[3] === "fails_over_to");
    this.#supply();
  }

  /** Gather who can stop for want of whom: hard items alone, since soft ones stop nobody. */
  #supply() {
    /** @type {Map<number, Set<number>>} who needs something by itself */
    this.alone = new Map();
    /** @type {Group[]} */
    this.groups = [];
    /** @type {Map<number, Group[]>} who fails over to alternatives, any of which is enough */
    this.standby = new Map();
    /** @type {Map<number, Group>} */
    const numbered = new Map();
    for (const { from, to, relation, soft, group, least } of this.edges) {
      const over = relation === this.failsOver;
      if (soft || !(over || this.needed[relation])) continue;
      if (group && numbered.has(group)) {
        numbered.get(group)?.members.push(to);
      } else if (group || over) {
        const made = { owner: from, least: group ? least : 1, members: [to] };
        if (group) numbered.set(group, made);
        if (over) put(this.standby, from, made);
        else this.groups.push(made);
      } else {
        this.alone.set(to, (this.alone.get(to) ?? new Set()).add(from));
      }
    }
    /** @type {Map<number, number[]>} the groups that a member is in */
    this.part = new Map();
    this.groups.forEach((group, at) => {
      for (const member of new Set(group.members)) put(this.part, member, at);
    });
  }

  /**
   * What stops when these are stopped, these included, stage by stage.
   *
   * An asset stops when something that it needs by itself, or too many members of a group, are no
   * longer available. Available is what has not stopped, and what has stopped but fails over to
   * something available.
   * @param {number[]} first
   * @returns {Map<number, Stop>}
   */
  stopsWhen(first) {
    /** @type {Map<number, Stop>} */
    const stopped = new Map(first.map((at) => [at, { stage: 0, because: [] }]));
    /** @type {Set<number>} */
    const gone = new Set();
    /** @type {Set<number>} */
    let carried = new Set();
    let fresh = new Set(first);
    for (let stage = 1; fresh.size; stage++) {
      const standing = new Set([...carried, ...[...fresh].filter((at) => this.standby.has(at))]);
      carried = this.#carried(standing, stopped);
      const lost = [...new Set([...fresh, ...standing])].filter((at) => !carried.has(at));
      lost.forEach((at) => gone.add(at));
      const wants = this.#wants(lost, stopped, gone);
      for (const [who, whom] of wants) {
        const because = [...whom].sort((a, b) => (this.ids[a] < this.ids[b] ? -1 : 1));
        stopped.set(who, { stage, because });
      }
      fresh = new Set(wants.keys());
    }
    return stopped;
  }

  /**
   * Which of those that stopped have an alternative that is available.
   * @param {Set<number>} standing
   * @param {Map<number, Stop>} stopped
   */
  #carried(standing, stopped) {
    /** @type {Set<number>} */
    const carried = new Set();
    for (let more = true; more; ) {
      const found = [...standing].filter(
        (at) => !carried.has(at) && (this.standby.get(at) ?? []).some((group) => served(group, carried, stopped)),
      );
      found.forEach((at) => carried.add(at));
      more = found.length > 0;
    }
    return carried;
  }

  /**
   * Who stops now, and for want of whom.
   * @param {number[]} lost
   * @param {Map<number, Stop>} stopped
   * @param {Set<number>} gone
   */
  #wants(lost, stopped, gone) {
    /** @type {Map<number, Set<number>>} */
    const wants = new Map();
    /** @param {number} who @param {number[]} whom */
    const want = (who, whom) => {
      const there = wants.get(who) ?? new Set();
      whom.forEach((each) => there.add(each));
      wants.set(who, there);
    };
    for (const at of lost) {
      for (const owner of this.alone.get(at) ?? []) if (!stopped.has(owner)) want(owner, [at]);
    }
    for (const at of new Set(lost.flatMap((each) => this.part.get(each) ?? []))) {
      const group = this.groups[at];
      const without = group.members.filter((member) => gone.has(member));
      if (!stopped.has(group.owner) && group.members.length - without.length < group.least) {
        want(group.owner, without);
      }
    }
    return wants;
  }

  /**
   * The shortest way by which one record comes to need another, the alphabetically first of the
   * shortest; empty if there is none.
   * @param {number} from
   * @param {number} to
   * @param {boolean} [soft] whether soft needs count
   * @returns {number[]}
   */
  path(from, to, soft = false) {
    /** @type {Map<number, number>} */
    const before = new Map([[from, -1]]);
    let level = [from];
    while (level.length && !before.has(to)) {
      /** @type {number[]} */
      const next = [];
      for (const at of level) {
        for (const other of this.needsOf(at, soft)) {
          if (!before.has(other)) {
            before.set(other, at);
            next.push(other);
          }
        }
      }
      level = next;
    }
    if (!before.has(to)) return [];
    const way = [];
    for (let at = to; at >= 0; at = before.get(at) ?? -1) way.unshift(at);
    return way;
  }

  /**
   * What a record needs directly, by id.
   * @param {number} at
   * @param {boolean} [soft]
   */
  needsOf(at, soft = true) {
    return this.#ends(this.leaving.get(at), "to", soft);
  }

  /**
   * Who needs a record directly, by id.
   * @param {number} at
   * @param {boolean} [soft]
   */
  neededBy(at, soft = true) {
    return this.#ends(this.entering.get(at), "from", soft);
  }

  /**
   * @param {Edge[] | undefined} edges
   * @param {"from" | "to"} end
   * @param {boolean} soft
   */
  #ends(edges, end, soft) {
    const found = new Set(
      (edges ?? []).filter((edge) => this.needed[edge.relation] && (soft || !edge.soft)).map((edge) => edge[end]),
    );
    return [...found].sort((a, b) => (this.ids[a] < this.ids[b] ? -1 : 1));
  }
}

/**
 * Whether enough members of a group are available.
 * @param {Group} group
 * @param {Set<number>} carried
 * @param {Map<number, Stop>} stopped
 */
function served(group, carried, stopped) {
  return group.members.filter((member) => !stopped.has(member) || carried.has(member)).length >= group.least;
}
