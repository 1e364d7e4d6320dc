/** What is used of railroad-diagrams, which has no types of its own. */
declare module 'railroad-diagrams' {
  export interface Item {
    readonly width: number;
  }
  interface Drawing extends Item {
    format(padding: number): Drawing;
    toString(): string;
  }
  const draw: {
    Diagram(...items: Item[]): Drawing;
    Sequence(...items: Item[]): Item;
    /** @param normal the alternative that stands on the straight line */
    Choice(normal: number, ...items: Item[]): Item;
    Optional(item: Item): Item;
    OneOrMore(item: Item, between?: Item): Item;
    ZeroOrMore(item: Item): Item;
    Terminal(text: string): Item;
    NonTerminal(text: string): Item;
    Comment(text: string): Item;
  };
  export default draw;
}
