import { expect, test } from "bun:test";
import { parseNumberOptions } from "./number-options";

const parse = (...given: string[]) => parseNumberOptions(given, { kills: 200, seed: 1 }, ["hurried"]);

test("numbers are taken by their names, and defaults where nothing is given", () => {
  expect(parse("--kills", "20", "--hurried")).toEqual({ kills: 20, seed: 1, hurried: true });
  expect(parse("--seed=7")).toEqual({ kills: 200, seed: 7, hurried: false });
});

test("a number that is none, a name that is unknown and a bare value are refused by name", () => {
  expect(() => parse("--kills", "many")).toThrow('--kills must be a positive whole number, not "many"');
  expect(() => parse("--kills=0")).toThrow("--kills");
  expect(() => parse("--kill", "20")).toThrow("--kill");
  expect(() => parse("20")).toThrow("20");
});
