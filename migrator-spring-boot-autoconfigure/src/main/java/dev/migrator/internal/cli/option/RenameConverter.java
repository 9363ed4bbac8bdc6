package dev.migrator.internal.cli.option;

import dev.migrator.autogenerate.InvalidRenameException;
import dev.migrator.autogenerate.Rename;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/**
 * Reads a rename from the command line.
 */
final class RenameConverter implements ITypeConverter<Rename> {

	@Override
	public Rename convert(String value) {
		try {
			return Rename.of(value);
		}
		catch (InvalidRenameException ex) {
			throw new TypeConversionException(ex.description() + " " + ex.action());
		}
	}

}
