import type { Flow } from '../names/model.js';
import { defaultOf } from '../names/parameters.js';
import type { ParameterSymbol } from '../names/symbols.js';
import type { Type } from '../names/types.js';
import type { EndpointName } from '../routee/channels.js';
import { endpoints } from '../routee/endpoints.js';
import { forms } from '../routee/limits.js';
import type { Json } from './json.js';
import type { Hole, Payload } from './payload.js';

/** A flow for later: its request body with holes, and what to fill them with. */
export interface Bundle {
  readonly flow: string;
  readonly endpoint: EndpointName;
  readonly method: 'POST';
  /** Below the base URL of the API. */
  readonly path: string;
  /** A JSON Schema (2020-12) of the values. */
  readonly params: ParamsSchema;
  /** The request body; a text with holes stands as it is written. */
  readonly payload: { readonly [key: string]: Json };
  readonly holes: readonly Hole[];
}

export interface ParamsSchema {
  readonly type: 'object';
  readonly properties: { readonly [name: string]: ParamSchema };
  readonly required: readonly string[];
  readonly additionalProperties: false;
}

export interface ParamSchema {
  readonly type: 'string' | 'integer';
  readonly description?: string;
  readonly pattern?: string;
  readonly format?: string;
  readonly enum?: readonly string[];
  readonly minLength?: number;
  readonly maxLength?: number;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly default?: string | number;
}

/** @param describe the documentation of a parameter, if it has any */
export function bundleFrom(
  flow: Flow,
  { payload, holes }: Payload,
  describe: (parameter: ParameterSymbol) => string | undefined,
): Bundle {
  const { name, method, path } = endpoints[flow.endpoint];
  return { flow: flow.name, endpoint: name, method, path, params: paramsOf(flow, describe), payload, holes };
}

function paramsOf(flow: Flow, describe: (parameter: ParameterSymbol) => string | undefined): ParamsSchema {
  const properties = flow.parameters.map((parameter) => [parameter.name, schemaOf(parameter, describe(parameter))]);
  const required = flow.parameters.filter(({ node }) => defaultOf(node) === undefined).map(({ name }) => name);
  return { type: 'object', properties: Object.fromEntries(properties), required, additionalProperties: false };
}

function schemaOf(parameter: ParameterSymbol, description: string | undefined): ParamSchema {
  const fallback = defaultOf(parameter.node);
  return {
    ...typeSchema(parameter.effective ?? { kind: 'text' }),
    ...(description === undefined ? {} : { description }),
    ...(fallback === undefined ? {} : { default: fallback }),
  };
}

function typeSchema(type: Type): ParamSchema {
  switch (type.kind) {
    case 'phone':
      return { type: 'string', pattern: forms.phone.source };
    case 'url':
      return {
        type: 'string',
        format: 'uri',
        ...(type.https ? { pattern: '^[hH][tT][tT][pP][sS]://' } : {}),
      };
    case 'text':
      return {
        type: 'string',
        ...(type.min === undefined ? {} : { minLength: type.min }),
        ...(type.max === undefined ? {} : { maxLength: type.max }),
      };
    case 'int':
      return {
        type: 'integer',
        ...(type.min === undefined ? {} : { minimum: type.min }),
        ...(type.max === undefined ? {} : { maximum: type.max }),
      };
    case 'lang':
      // Where nothing limits the language, none is refused.
      return type.langs.length === 0 ? { type: 'string' } : { type: 'string', enum: type.langs };
  }
}

/** The type that a schema of `params` stands for. */
export function typeOfSchema(schema: ParamSchema): Type {
  if (schema.type === 'integer') return { kind: 'int', min: schema.minimum, max: schema.maximum };
  if (schema.enum !== undefined) return { kind: 'lang', langs: schema.enum };
  if (schema.format === 'uri') return { kind: 'url', https: schema.pattern !== undefined };
  if (schema.pattern === forms.phone.source) return { kind: 'phone' };
  return { kind: 'text', min: schema.minLength, max: schema.maxLength };
}
