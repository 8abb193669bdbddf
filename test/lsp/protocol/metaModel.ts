/** A type as the meta model of the protocol writes it; see `metaModel.schema.json` of `vscode-languageserver-protocol`. */
export type Type =
  | { readonly kind: "base"; readonly name: BaseName }
  | { readonly kind: "reference"; readonly name: string }
  | { readonly kind: "array"; readonly element: Type }
  | { readonly kind: "map"; readonly key: Type; readonly value: Type }
  | { readonly kind: "and" | "or" | "tuple"; readonly items: readonly Type[] }
  | { readonly kind: "literal"; readonly value: { readonly properties: readonly Property[] } }
  | { readonly kind: "stringLiteral"; readonly value: string }
  | { readonly kind: "integerLiteral"; readonly value: number }
  | { readonly kind: "booleanLiteral"; readonly value: boolean };

export type BaseName =
  | "URI"
  | "DocumentUri"
  | "integer"
  | "uinteger"
  | "decimal"
  | "RegExp"
  | "string"
  | "boolean"
  | "null";

export interface Property {
  readonly name: string;
  readonly type: Type;
  readonly optional?: boolean;
}

export interface Structure {
  readonly name: string;
  readonly properties: readonly Property[];
  readonly extends?: readonly Type[];
  readonly mixins?: readonly Type[];
}

export type Direction = "clientToServer" | "serverToClient" | "both";

export interface Method {
  readonly method: string;
  readonly messageDirection: Direction;
  /** None where the message has no parameters. */
  readonly params?: Type;
  /** Of requests. */
  readonly result?: Type;
}

export interface Enumeration {
  readonly name: string;
  readonly type: Type;
  readonly values: readonly { readonly name: string; readonly value: string | number }[];
  readonly supportsCustomValues?: boolean;
}

/** The part of the meta model that says which messages are right. */
export interface MetaModel {
  readonly requests: readonly (Method & { readonly result: Type })[];
  readonly notifications: readonly Method[];
  readonly structures: readonly Structure[];
  readonly enumerations: readonly Enumeration[];
  readonly typeAliases: readonly { readonly name: string; readonly type: Type }[];
}
