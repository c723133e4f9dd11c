// Styles that a part of the pages brings along; Vite takes them from here.
declare module '*.css'
