package dev.migrator.internal.cli.output;

/**
 * Colours a piece of a line, or leaves it as it is.
 */
public interface Styler {

	/** For a pipe or a file. */
	Styler PLAIN = (ink, text) -> text;

	/** For a terminal. */
	Styler ANSI = (ink, text) -> "\u001b[" + ink.code() + "m" + text + "\u001b[0m";

	String paint(TextStyle ink, String text);

}
