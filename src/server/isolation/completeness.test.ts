import { expect, test } from "bun:test";
import { expectations, fileOfRow, procedures } from "../testing-expectations";

test("V8.2.1 every procedure says who may call it, and nobody may call one that does not", () => {
  const missing = Object.keys(procedures).filter((path) => !expectations[path]);
  expect(missing.map((path) => `${path}: add its row to ${fileOfRow(path)}`)).toEqual([]);
});

test("no row is left over from a procedure that is gone", () => {
  const over = Object.keys(expectations).filter((path) => !procedures[path]);
  expect(over.map((path) => `${path}: take its row out of ${fileOfRow(path)}`)).toEqual([]);
});

test("every procedure that takes an input is tried with one", () => {
  const wrong = Object.entries(procedures).filter(
    ([path, { _def }]) => Boolean(expectations[path]?.input) !== _def.inputs.length > 0,
  );
  expect(
    wrong.map(([path]) => `${path}: its row in ${fileOfRow(path)} needs an input if and only if it takes one`),
  ).toEqual([]);
});

test("the scope that a token needs, and what a restricted member may do, are as expected", () => {
  const facts = (path: string) => {
    const { scope = null, isOpenToRestricted = false } = expectations[path] ?? {};
    return { path, scope, isOpenToRestricted };
  };
  const real = Object.entries(procedures).map(([path, { _def }]) => ({
    ...{ path, scope: _def.meta?.scope ?? null, isOpenToRestricted: _def.meta?.isOpenToRestricted ?? false },
  }));
  expect(real).toEqual(real.map(({ path }) => facts(path)));
});
