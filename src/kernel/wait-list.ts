/** What a {@link WaitList} links: whoever waits is its own node, so that waiting allocates nothing. */
export interface Linked<T> {
  previous: T | null;
  next: T | null;
  /** Smaller comes first; equal priorities in order of arrival. */
  priority: number;
}

/** Those waiting, in order of (priority, arrival). A member can be in one list at a time. */
export class WaitList<T extends Linked<T>> {
  head: T | null = null;
  #tail: T | null = null;
  length = 0;

  /** Enters behind everyone of the same or a smaller priority; the cost grows with those it overtakes. */
  add(member: T): void {
    let before = this.#tail;
    while (before !== null && before.priority > member.priority) before = before.previous;
    const after = before === null ? this.head : before.next;
    member.previous = before;
    member.next = after;
    if (before === null) this.head = member;
    if (before !== null) before.next = member;
    if (after === null) this.#tail = member;
    if (after !== null) after.previous = member;
    this.length++;
  }

  /** Takes a member out, wherever it stands. */
  remove(member: T): void {
    const { previous, next } = member;
    if (previous === null) this.head = next;
    if (previous !== null) previous.next = next;
    if (next === null) this.#tail = previous;
    if (next !== null) next.previous = previous;
    member.previous = null;
    member.next = null;
    this.length--;
  }
}
