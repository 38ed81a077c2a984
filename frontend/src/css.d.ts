// A style that an entry imports; the build makes a file of it.
declare module '*.css';
