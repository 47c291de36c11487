/** Items by key, keys in the order of their first item. */
export function groupBy<Item, Key>(items: Iterable<Item>, keyOf: (item: Item) => Key): Map<Key, Item[]> {
  return groupInOrder(items, keyOf, []);
}

/** Items by key: first the keys that have an order, then the others in the order of their first item. None is without an item. */
export function groupInOrder<Item, Key>(
  items: Iterable<Item>,
  keyOf: (item: Item) => Key,
  order: readonly Key[],
): Map<Key, Item[]> {
  const groups = new Map<Key, Item[]>(order.map((key) => [key, []]));
  for (const item of items) {
    const key = keyOf(item);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [item]);
    else group.push(item);
  }
  for (const key of order) if (groups.get(key)?.length === 0) groups.delete(key);
  return groups;
}
