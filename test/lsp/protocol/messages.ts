import type { Message, ResponseMessage } from "vscode-languageserver/node";
import { Message as Messages } from "vscode-languageserver/node";
import { installedMetaModel } from "./installed.ts";
import type { MetaModel, Method } from "./metaModel.ts";
import { ownNotifications, ownRequests, ownTypes } from "./own.ts";
import { createValidator, type Validate } from "./validate.ts";

/** What is wrong with a message that a server sent; `method` is that of the request that it answers. */
export function problemsOf(message: Message, method: string | null): string[] {
  const { validate, methods } = rules();
  const say = (name: string) => (problem: string) => `${name} ${problem}`;
  if (Messages.isResponse(message)) return problemsOfReply(message, method).map(say(`reply to ${method}`));
  if (!Messages.isRequest(message) && !Messages.isNotification(message))
    return [`no message: ${JSON.stringify(message)}`];
  const known = methods.get(message.method);
  if (known === undefined) return [`${message.method}: the protocol knows no such message`];
  if (known.messageDirection === "clientToServer") return [`${message.method}: only clients send it`];
  const { params } = message as { params?: unknown };
  if (known.params === undefined)
    return params === undefined || params === null ? [] : [`${message.method}: parameters`];
  return validate(params, known.params).map(say(message.method));

  function problemsOfReply({ result, error }: ResponseMessage, of: string | null): string[] {
    if (error !== undefined) {
      const isRight = Number.isInteger(error.code) && typeof error.message === "string" && error.message !== "";
      return isRight ? [] : [`$: no error but ${JSON.stringify(error)}`];
    }
    const type = of === null ? undefined : methods.get(of)?.result;
    return type === undefined ? [] : validate(result, type);
  }
}

let known: { readonly validate: Validate; readonly methods: ReadonlyMap<string, Method> } | null = null;

function rules() {
  if (known === null) {
    const model = modelWithOwn();
    const methods = [...model.requests, ...model.notifications].map((each): [string, Method] => [each.method, each]);
    known = { validate: createValidator(model), methods: new Map(methods) };
  }
  return known;
}

function modelWithOwn(): MetaModel {
  const model = installedMetaModel();
  const own = ownTypes();
  const taken = new Set([...model.structures, ...model.typeAliases, ...model.enumerations].map(({ name }) => name));
  const isNew = ({ name }: { readonly name: string }) => !taken.has(name);
  return {
    requests: [...model.requests, ...ownRequests],
    notifications: [...model.notifications, ...ownNotifications],
    structures: [...model.structures, ...own.structures.filter(isNew)],
    enumerations: model.enumerations,
    typeAliases: [...model.typeAliases, ...own.typeAliases.filter(isNew)],
  };
}
