import type { ExpressionProblem } from "../../base/expression-problem.js";
import { fail, ok, type Result } from "../../base/result.js";
import type { PathName, PathStep, XPath } from "./path.js";

/** Characters, and steps, of a path. */
const limits = { text: 4096, steps: 64 };

const ncName = /[\p{L}_][\p{L}\p{M}\p{N}._\u00B7-]*/uy;

class PathError extends Error {
  constructor(message: string, readonly offset: number) {
    super(message);
  }
}

/**
 * Reads a path.
 * @param prefixes declared where it was written. Others do not count: their names are compared by the local part, as clients expect who
 *   declare none
 */
export function parsePath(text: string, prefixes: ReadonlyMap<string, string>): Result<XPath, ExpressionProblem> {
  if (text.length > limits.text) return fail({ message: `a path has at most ${limits.text} characters; this one has ${text.length}`, offset: limits.text });
  try {
    return ok(new PathReader(text, prefixes).read());
  } catch (error) {
    if (error instanceof PathError) return fail({ message: error.message, offset: error.offset });
    throw error;
  }
}

class PathReader {
  #at = 0;

  constructor(
    private readonly text: string,
    private readonly prefixes: ReadonlyMap<string, string>,
  ) {}

  read(): XPath {
    this.#space();
    if (this.#at === this.text.length) throw this.#error("the path is empty; write the name of an element, text() or @name");
    if (this.text[this.#at] === "/") throw this.#error("a path begins below the root element; leave the / in front out");
    const fromParent = this.#take("../");
    if (!fromParent && this.#take("./") && this.#at === this.text.length) throw this.#error("a name, text() or @name is expected behind ./");
    const steps: PathStep[] = [];
    let leaf: XPath["leaf"];
    do {
      this.#space();
      // A slash at the end says nothing more.
      if (steps.length > 0 && this.#at === this.text.length) break;
      leaf = this.#leaf();
      if (leaf !== undefined) break;
      if (steps.length >= limits.steps) throw this.#error(`a path has at most ${limits.steps} steps`);
      steps.push(this.#step());
      this.#space();
    } while (this.#take("/"));
    this.#space();
    if (this.#at < this.text.length) throw this.#error(steps.length === 0 || leaf !== undefined ? "the end of the path is expected here" : "a / or the end of the path is expected here");
    if (fromParent && steps.length === 0) throw this.#error("the name of the root element is expected behind ../");
    return { fromParent, steps, leaf };
  }

  #leaf(): XPath["leaf"] {
    const offset = this.#at;
    if (this.#take("@")) return { kind: "attribute", name: this.#name() };
    const call = /text\s*\(\s*\)/y;
    call.lastIndex = offset;
    const match = call.exec(this.text);
    if (match === null) return undefined;
    this.#at += match[0].length;
    return { kind: "text", offset };
  }

  #step(): PathStep {
    const name = this.#name();
    let index: number | undefined;
    let key: PathStep["key"];
    this.#space();
    if (this.#take("[")) {
      this.#space();
      index = this.#index();
      if (index === undefined) key = this.#key();
      else {
        this.#space();
        if (this.#take("[")) key = this.#key();
      }
    }
    return { name, index, key };
  }

  #index(): number | undefined {
    const offset = this.#at;
    const digits = /\d+/y;
    digits.lastIndex = offset;
    const match = digits.exec(this.text);
    if (match === null) return undefined;
    // Beyond what a double counts there is nothing either.
    const index = Number(match[0]);
    if (index < 1) throw this.#error("positions count from 1");
    this.#at += match[0].length;
    this.#close();
    return index;
  }

  #key(): NonNullable<PathStep["key"]> {
    this.#space();
    const isAttribute = this.#take("@");
    const name = this.#name();
    this.#space();
    if (!this.#take("=")) throw this.#error("= and a text in quotes are expected here; XPath Level 1 has no other test");
    this.#space();
    const quote = this.text[this.#at];
    if (quote !== '"' && quote !== "'") throw this.#error("a text in quotes is expected here");
    const end = this.text.indexOf(quote, this.#at + 1);
    if (end < 0) throw this.#error("the text that begins here has no closing quote");
    const value = this.text.slice(this.#at + 1, end);
    this.#at = end + 1;
    this.#close();
    return { isAttribute, name, value };
  }

  #close(): void {
    this.#space();
    if (!this.#take("]")) throw this.#error("a ] is expected here");
  }

  #name(): PathName {
    const offset = this.#at;
    const first = this.#ncName();
    if (this.text[this.#at] !== ":" || this.text[this.#at + 1] === ":") return { local: first, namespace: undefined, offset };
    this.#at++;
    return { local: this.#ncName(), namespace: this.prefixes.get(first), offset };
  }

  #ncName(): string {
    ncName.lastIndex = this.#at;
    const match = ncName.exec(this.text);
    if (match === null) throw this.#error(nameHint(this.text.slice(this.#at, this.#at + 2)));
    this.#at += match[0].length;
    return match[0];
  }

  #space(): void {
    while (this.#at < this.text.length && " \t\r\n".includes(this.text[this.#at]!)) this.#at++;
  }

  #take(literal: string): boolean {
    if (!this.text.startsWith(literal, this.#at)) return false;
    this.#at += literal.length;
    return true;
  }

  #error(message: string): PathError {
    return new PathError(message, this.#at);
  }
}

function nameHint(next: string): string {
  if (next.startsWith("*")) return "XPath Level 1 has no wildcards; write the name of an element";
  if (next.startsWith("/")) return "XPath Level 1 has no //; write every step";
  if (next === "..") return "XPath Level 1 does not go back up; .. stands only in front";
  return "the name of an element or attribute is expected here";
}
