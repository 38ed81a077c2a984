// The map in a file of its own, without a server: the same elements as on the page, in one script.
import '../stage/index.js';
