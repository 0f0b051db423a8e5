namespace Ascribe.Language.Models;

/// <summary>Where the models of a language come from: the assembly itself, or a folder.</summary>
internal sealed class ModelStore
{
    private readonly string _language;
    private readonly string? _directory;
    private readonly List<string> _hashes = [];

    private ModelStore(string language, string? directory)
    {
        _language = language;
        _directory = directory;
    }

    /// <summary>The first hash digits of the models read so far, joined: a name for exactly these weights.</summary>
    public string Version => string.Join('-', _hashes);

    /// <param name="modelsDirectory">A folder with a sub-folder for the language, or null: the embedded models.</param>
    public static ModelStore Open(string language, string? modelsDirectory) => new(language, modelsDirectory);

    /// <param name="read">Reads the weights from the payload of the file.</param>
    /// <exception cref="InvalidDataException">The model is missing, damaged, or of another kind, language or format.</exception>
    public T Read<T>(string name, Func<Stream, T> read)
    {
        var where = $"models/{_language}/{name}.model";
        using var stream = Find(where) ?? throw new InvalidDataException($"{where}: there is no such model; 'lab train {name}' makes it.");
        var (model, hash) = ModelFile.Read(stream, where, name, _language, read);
        _hashes.Add(hash[..8]);
        return model;
    }

    private Stream? Find(string where)
    {
        if (_directory is null) return typeof(ModelStore).Assembly.GetManifestResourceStream(where);
        var path = Path.Combine(_directory, _language, Path.GetFileName(where));
        return File.Exists(path) ? File.OpenRead(path) : null;
    }
}
