import { parseArgs } from "node:util";

/**
 * Whole numbers given as `--name N`, with what counts where a name is not given, and switches given as `--name`.
 * Throws an `Error` that names what is unknown or not a positive whole number.
 */
export function parseNumberOptions<Name extends string, Switch extends string = never>(
  given: string[],
  defaults: Record<Name, number>,
  switches: readonly Switch[] = [],
): Record<Name, number> & Record<Switch, boolean> {
  const names = Object.keys(defaults) as Name[];
  const options = Object.fromEntries<{ type: "string" | "boolean" }>([
    ...names.map((name) => [name, { type: "string" }] as const),
    ...switches.map((name) => [name, { type: "boolean" }] as const),
  ]);
  const { values } = parseArgs({ args: given, options });
  const toNumber = (name: Name) => {
    const text = values[name];
    if (text === undefined) return defaults[name];
    if (typeof text !== "string" || !/^[1-9]\d{0,8}$/.test(text))
      throw new Error(`--${name} must be a positive whole number, not "${text}"`);
    return Number(text);
  };
  return Object.fromEntries([
    ...names.map((name) => [name, toNumber(name)]),
    ...switches.map((name) => [name, values[name] === true]),
  ]);
}

/** What this process was given; says what is wrong with it and ends with 2. */
export function numberOptions<Name extends string, Switch extends string = never>(
  defaults: Record<Name, number>,
  switches: readonly Switch[] = [],
) {
  try {
    return parseNumberOptions(Bun.argv.slice(2), defaults, switches);
  } catch (error) {
    console.error((error as Error).message);
    process.exit(2);
  }
}
