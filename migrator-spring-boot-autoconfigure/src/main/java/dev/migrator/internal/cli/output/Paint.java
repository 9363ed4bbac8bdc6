package dev.migrator.internal.cli.output;

/**
 * Colours a piece of a line, or leaves it as it is.
 */
public interface Paint {

	/** For a pipe or a file. */
	Paint PLAIN = (ink, text) -> text;

	/** For a terminal. */
	Paint ANSI = (ink, text) -> "\u001b[" + ink.code() + "m" + text + "\u001b[0m";

	String paint(Ink ink, String text);

}
