/** A list that is kept, without the room for sixteen more that one has which has grown. */
export function exact<Item>(list: readonly Item[]): Item[] {
  return list.slice();
}
