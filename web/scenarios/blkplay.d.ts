declare module '*.blkplay' {
  const text: string;
  export default text;
}
