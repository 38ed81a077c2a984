// The text of a style, which a script brings along.
declare module '*.css' {
  const css: string;
  export default css;
}
