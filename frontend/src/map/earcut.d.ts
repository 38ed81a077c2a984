// The package brings no types.
declare module 'earcut' {
  export default function earcut(vertices: number[], holes?: number[]): number[];
}
