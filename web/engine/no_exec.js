// A program that TinyGo compiled needs no script beside it.
export {};
