import { ownCopy } from "./own-copy.js";

/**
 * What was made of texts that come again and again, of which there are few: actions, names, content types. Bounded; forgotten whole when
 * full. Keeps no message that a text is a piece of.
 */
export class FewTexts<Value> {
  readonly #known = new Map<string, Value>();

  /**
   * @param make what is wanted of a text, from its characters alone
   * @param most texts remembered @param longest characters of a text that is worth remembering
   */
  constructor(
    private readonly make: (text: string) => Value,
    private readonly most = 256,
    private readonly longest = 256,
  ) {}

  of(text: string): Value {
    const known = this.#known.get(text);
    if (known !== undefined) return known;
    if (text.length > this.longest) return this.make(text);
    if (this.#known.size >= this.most) this.#known.clear();
    const own = ownCopy(text);
    const made = this.make(own);
    this.#known.set(own, made);
    return made;
  }
}
