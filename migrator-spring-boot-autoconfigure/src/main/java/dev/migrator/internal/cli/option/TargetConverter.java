package dev.migrator.internal.cli.option;

import java.util.regex.Pattern;

import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/**
 * Distinguishes a target that counts downwards from an option that does not exist.
 */
public final class TargetConverter implements ITypeConverter<String> {

	private static final Pattern COUNTS_DOWN = Pattern.compile("-\\d+(:.*)?");

	@Override
	public String convert(String value) {
		if (value.startsWith("-") && !COUNTS_DOWN.matcher(value).matches()) {
			throw new TypeConversionException("there is no such option");
		}
		return value;
	}

}
