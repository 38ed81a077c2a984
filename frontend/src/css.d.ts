// A style that an entry imports; the build writes it to a file of its own.
declare module '*.css';
