import { fail, ok, type Result } from "../../base/result.js";
import type { Path, PathProblem, QualifiedTest, Step } from "./path.js";

/** What a path may cost to read. Characters, steps. */
const limits = { characters: 16_384, steps: 64 };

const name = /[\p{L}_][\p{L}\p{M}\p{N}._\u00B7-]*/uy;

class PathRefused extends Error {
  constructor(readonly problem: PathProblem) {
    super(problem.message);
  }
}

/**
 * Reads a path of XPath Level 1 (DSP0226 D.1): `Name`, `a/b`, `a[2]`, `a[k="v"]`, `a[@k="v"]`, then `/text()` or `/@name`. It begins at
 * the root element's children; a leading slash is refused as Windows refuses it.
 * @param namespaces what prefixes mean where the path was written
 */
export function readPath(text: string, namespaces: ReadonlyMap<string, string>): Result<Path, PathProblem> {
  if (text.length > limits.characters) return fail({ offset: limits.characters, message: `A path has at most ${limits.characters} characters.` });
  try {
    return ok(new PathReader(text, namespaces).read());
  } catch (error) {
    if (error instanceof PathRefused) return fail(error.problem);
    throw error;
  }
}

class PathReader {
  #at = 0;

  constructor(
    private readonly text: string,
    private readonly namespaces: ReadonlyMap<string, string>,
  ) {}

  read(): Path {
    if (this.text === "") this.#refuse("The path is empty; name what is wanted, such as Name or Name/text().");
    if (this.text.startsWith("/")) this.#refuse("A path does not begin with a slash: it begins at the children of the resource's own element.");
    const steps: Step[] = [];
    for (;;) {
      const leaf = this.#leaf();
      if (leaf !== undefined) {
        if (this.#at < this.text.length) this.#refuse("Nothing may stand behind text() or an attribute.");
        return { steps, leaf };
      }
      if (steps.length >= limits.steps) this.#refuse(`A path has at most ${limits.steps} steps.`);
      steps.push(this.#step());
      if (this.#at >= this.text.length) return { steps, leaf: undefined };
      this.#expect("/", "A slash, an index or a key in brackets, or the end is expected here; Level 1 of XPath has no more.");
    }
  }

  #leaf(): Path["leaf"] {
    if (this.#take("text()")) return { kind: "text" };
    return this.#take("@") ? { kind: "attribute", name: this.#name("the name of an attribute") } : undefined;
  }

  #step(): Step {
    const step = this.#name("the name of an element");
    let index: number | undefined;
    const digits = /\[(\d{1,9})\]/y;
    digits.lastIndex = this.#at;
    const found = digits.exec(this.text);
    if (found !== null) {
      index = Number(found[1]);
      if (index === 0) this.#refuse("Indices count from 1.");
      this.#at = digits.lastIndex;
    }
    return { name: step, index, key: this.#key() };
  }

  #key(): Step["key"] {
    if (!this.#take("[")) return undefined;
    const attribute = this.#take("@");
    const key = this.#name("an index, or the name of a key,");
    this.#expect("=", "A key in brackets is compared with =; Level 1 of XPath has no other operator.");
    const quote = this.text[this.#at];
    if (quote !== '"' && quote !== "'") this.#refuse("The value of a key stands in quotes.");
    const end = this.text.indexOf(quote, this.#at + 1);
    if (end < 0) this.#refuse("The value that begins here never ends.");
    const value = this.text.slice(this.#at + 1, end);
    this.#at = end + 1;
    this.#expect("]", "The bracket is not closed.");
    return { attribute, name: key, value };
  }

  #name(what: string): QualifiedTest {
    const start = this.#at;
    const first = this.#word(what);
    if (this.text[this.#at] !== ":" || this.text[this.#at + 1] === ":") return { local: first, namespace: undefined };
    this.#at++;
    const local = this.#word(what);
    const namespace = this.namespaces.get(first);
    if (namespace === undefined) {
      this.#at = start;
      this.#refuse(`The prefix ${first} is not declared where the path stands; declare it, or leave it out.`);
    }
    return { local, namespace };
  }

  #word(what: string): string {
    name.lastIndex = this.#at;
    const found = name.exec(this.text);
    if (found === null) this.#refuse(`${what[0]!.toUpperCase()}${what.slice(1)} is expected here; Level 1 of XPath has no axes, wildcards or functions.`);
    this.#at = name.lastIndex;
    return found[0];
  }

  #take(piece: string): boolean {
    if (!this.text.startsWith(piece, this.#at)) return false;
    this.#at += piece.length;
    return true;
  }

  #expect(piece: string, otherwise: string): void {
    if (!this.#take(piece)) this.#refuse(otherwise);
  }

  #refuse(message: string): never {
    throw new PathRefused({ message: `${message} (at character ${this.#at + 1} of ${JSON.stringify(this.text.slice(0, 80))})`, offset: this.#at });
  }
}
