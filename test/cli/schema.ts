import { readFileSync } from "node:fs";
import { Ajv2020 } from "ajv/dist/2020.js";

const validate = new Ajv2020({ allErrors: true }).compile(JSON.parse(readFileSync("docs/json.schema.json", "utf8")));

/** What is wrong with the output by docs/json.schema.json; empty where nothing is. */
export function schemaErrors(output: unknown): string[] {
  validate(output);
  return (validate.errors ?? []).map(({ instancePath, message }) => `${instancePath} ${message}`);
}
