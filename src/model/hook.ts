/** Something that others want to hear of, at once and in the order in which they asked. */
export class Hook {
  readonly #listeners: (() => void)[] = [];

  listen(listener: () => void): void {
    this.#listeners.push(listener);
  }

  call(): void {
    for (const listener of this.#listeners) listener();
  }
}
