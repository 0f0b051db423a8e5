namespace Ascribe.Records;

/// <summary>Which reader made a record: version of the program and of the models by language, and of the imported gazetteer where one was used.</summary>
public sealed record ReaderVersion(string Version, IReadOnlyDictionary<string, string> Models);
