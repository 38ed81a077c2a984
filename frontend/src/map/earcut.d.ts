// The package has no types of its own.
declare module 'earcut' {
  export default function earcut(vertices: number[], holes?: number[]): number[];
}
