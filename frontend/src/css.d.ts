// A style: the text of it in the stage; an entry of Streamlit only imports it, and the build writes it to a file.
declare module '*.css' {
  const css: string;
  export default css;
}
