/** Searches the syntax tree of a script. */
import type { Node, Program } from 'acorn';

/** The node and all nodes below it. */
export function* nodesOf(node: Node): Generator<Node> {
  yield node;
  for (const value of Object.values(node)) {
    for (const child of Array.isArray(value) ? value : [value]) {
      if (isNode(child)) yield* nodesOf(child);
    }
  }
}

/**
 * Names that a script uses and declares nowhere, which are those of the language and the services. Scopes are
 * ignored, so a global name is missed if any function declares the same name.
 */
export function freeNames(program: Program): ReadonlySet<string> {
  const declared = new Set<string>();
  const used = new Set<string>();
  const declare = (pattern: unknown) => {
    if (isNode(pattern)) for (const name of boundNames(pattern)) declared.add(name);
  };
  for (const node of nodesOf(program)) {
    if ('params' in node && Array.isArray(node.params)) node.params.forEach(declare);
    if ('id' in node) declare(node.id);
    if (node.type === 'CatchClause' && 'param' in node) declare(node.param);
    for (const name of namesRead(node)) used.add(name);
  }
  return new Set([...used].filter((name) => !declared.has(name)));
}

/** The identifiers directly below a node that name variables, not members. */
function namesRead(node: Node): readonly string[] {
  return Object.entries(node).flatMap(([role, value]) => {
    const isMemberName =
      (node.type === 'MemberExpression' && role === 'property') ||
      ((node.type === 'Property' || node.type === 'MethodDefinition') && role === 'key');
    if (isMemberName && !('computed' in node && node.computed === true)) return [];
    const children: readonly unknown[] = Array.isArray(value) ? value : [value];
    return children.flatMap((child) => (isNode(child) ? identifierName(child) : []));
  });
}

/** The names that a pattern binds. Default values bind none. */
function boundNames(pattern: Node): readonly string[] {
  const inside = (value: unknown) => (isNode(value) ? boundNames(value) : []);
  switch (pattern.type) {
    case 'ObjectPattern':
      return 'properties' in pattern && Array.isArray(pattern.properties)
        ? pattern.properties.flatMap(inside)
        : [];
    case 'ArrayPattern':
      return 'elements' in pattern && Array.isArray(pattern.elements) ? pattern.elements.flatMap(inside) : [];
    case 'Property':
      return 'value' in pattern ? inside(pattern.value) : [];
    case 'AssignmentPattern':
      return 'left' in pattern ? inside(pattern.left) : [];
    case 'RestElement':
      return 'argument' in pattern ? inside(pattern.argument) : [];
    default:
      return identifierName(pattern);
  }
}

function identifierName(node: Node): readonly string[] {
  return node.type === 'Identifier' && 'name' in node ? [String(node.name)] : [];
}

function isNode(value: unknown): value is Node {
  return typeof value === 'object' && value !== null && 'type' in value && 'start' in value;
}
