/** What a class is to a query; the SDK's ClassDefinition fits it. */
export interface ClassShape {
  /** As answers spell it. */
  readonly name: string;
  readonly superClass?: string;
  /** Names of the key properties. */
  readonly keys?: readonly string[];
  /** Inherited ones too. Types as CIM calls them, `[]` behind them for an array. */
  readonly properties: Readonly<Record<string, string>>;
}

/** @returns `undefined` when there is none of that name, whatever its case */
export function findClass(classes: readonly ClassShape[], name: string): ClassShape | undefined {
  const wanted = name.toLowerCase();
  return classes.find((each) => each.name.toLowerCase() === wanted);
}

/** The class and all under it, names in lower case. */
export function familyOf(classes: readonly ClassShape[], name: string): ReadonlySet<string> {
  const family = new Set([name.toLowerCase()]);
  for (let before = 0; before < family.size; ) {
    before = family.size;
    for (const each of classes) if (each.superClass !== undefined && family.has(each.superClass.toLowerCase())) family.add(each.name.toLowerCase());
  }
  return family;
}

/** Superclasses, the nearest first, as far as they are known. */
export function ancestorsOf(classes: readonly ClassShape[], name: string): readonly string[] {
  const ancestors: string[] = [];
  for (let above = findClass(classes, name)?.superClass; above !== undefined && !ancestors.includes(above); above = findClass(classes, above)?.superClass) ancestors.push(above);
  return ancestors;
}
