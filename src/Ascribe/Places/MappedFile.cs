using System.IO.MemoryMappedFiles;

namespace Ascribe.Places;

/// <summary>A file as memory. The system loads pages when they are touched and drops them when memory is short.</summary>
internal sealed unsafe class MappedFile : IDisposable
{
    private readonly MemoryMappedFile _file;
    private readonly MemoryMappedViewAccessor _view;
    private readonly byte* _first;

    /// <exception cref="IOException">The file cannot be opened or is empty.</exception>
    /// <exception cref="UnauthorizedAccessException">It may not be read.</exception>
    public MappedFile(string path)
    {
        // Shared for deletion: an import may replace the file, which stays as it was for those who have it.
        var stream = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read | FileShare.Delete, bufferSize: 0);
        try
        {
            Length = stream.Length;
            if (Length == 0) throw new IOException("it is empty");
            _file = MemoryMappedFile.CreateFromFile(stream, null, 0, MemoryMappedFileAccess.Read, HandleInheritability.None, leaveOpen: false);
        }
        catch
        {
            stream.Dispose();
            throw;
        }

        _view = _file.CreateViewAccessor(0, 0, MemoryMappedFileAccess.Read);
        _view.SafeMemoryMappedViewHandle.AcquirePointer(ref _first);
        _first += _view.PointerOffset;
    }

    public long Length { get; }

    /// <exception cref="ArgumentOutOfRangeException">The bytes do not lie in the file.</exception>
    public ReadOnlySpan<byte> Bytes(long offset, int length)
    {
        if (offset < 0 || length < 0 || offset > Length - length) throw new ArgumentOutOfRangeException(nameof(offset));
        return new ReadOnlySpan<byte>(_first + offset, length);
    }

    public void Dispose()
    {
        _view.SafeMemoryMappedViewHandle.ReleasePointer();
        _view.Dispose();
        _file.Dispose();
    }
}
